"""`make audit` asks about every lock, and is never green where it got no answer."""

import os
import subprocess

from tests.conftest import ROOT

NOWHERE = "http://127.0.0.1:9"


def test_an_audit_that_gets_no_answer_is_a_failure_for_every_lock() -> None:
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOWHERE)
    result = subprocess.run(
        ["make", "audit"],  # noqa: S607 - the make that runs the tests
        cwd=ROOT,
        env=os.environ | proxies | {"NO_PROXY": "", "no_proxy": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert result.returncode != 0
    asked = [line for line in result.stdout.splitlines() if line.endswith(".lock")]
    assert asked == sorted(path.name for path in ROOT.glob("*.lock"))
    assert "No known vulnerabilities" not in result.stdout + result.stderr
