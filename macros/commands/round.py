"""The dialogue of a round: a contact is shown, asked about, and written, one after the other."""

import datetime as dt
import sys
from collections import Counter
from pathlib import Path

from macros import portal
from macros.commands import check
from macros.commands.asking import Stopped, choose
from macros.commands.corrections import corrected
from macros.commands.replacing import ChangedMeanwhile, replace
from macros.commands.retirement import retired
from macros.commands.signing import Signature
from macros.commands.standing import Standing, standing
from macros.commands.trial import found_anew
from macros.model.contact import Contact
from macros.portal import Portal
from macros.problems import as_text, errors
from macros.source import Unreadable
from macros.verifying.changes import Changes
from macros.verifying.due import Due
from macros.verifying.edits import NotByUs
from macros.verifying.mentions import copies
from macros.verifying.shown import lines

ANSWERS = {
    "right": "Ja, allt stämmer",
    "changed": "Något är ändrat",
    "gone": "Kontakten finns inte längre",
    "skip": "Hoppa över den",
    "stop": "Avsluta rundan",
}

_BY_HAND = "Filen är skriven så att bara du kan ändra den här. Inget är skrivet."


class Round:
    """One round: what is asked, written and counted."""

    def __init__(self, root: Path, data: Portal, signature: Signature, today: dt.date) -> None:
        self.root = root
        self.data = data
        self.texts = dict(data.texts)
        """The files as they were last read and found right, or written."""
        self.signature = signature
        self.today = today
        self.counts: Counter[str] = Counter()

    def go(self, queue: list[Due], waiting: int) -> int:
        """Ask about each contact, until all are done or nobody answers."""
        try:
            for number, one in enumerate(queue, 1):
                print(f"\n{number} av {len(queue)}", file=sys.stderr, end=" · ")
                if not self._asked(one):
                    break
        except Stopped:
            print("Rundan slutar här.", file=sys.stderr)
        self._tell(waiting)
        return 0

    def _asked(self, due: Due) -> bool:
        """Ask about a contact until its answer is kept; whether the round goes on."""
        while True:
            one = self._standing(due)
            if one is None:
                return True
            try:
                answer = self._answer(one)
            except NotByUs:
                print(f"{one.where()}: {_BY_HAND}", file=sys.stderr)
                return True
            except ChangedMeanwhile:
                print(
                    f"\n{one.entry.file} ändrades medan du svarade. Ditt svar är inte sparat. "
                    "Så här står kontakten nu:",
                    file=sys.stderr,
                )
                continue
            self.counts[answer] += 1
            return answer != "stop"

    def _standing(self, due: Due) -> Standing | None:
        """A contact as it stands now; None, and why, where it cannot be asked about."""
        file = f"plans/{due.place.folder}/contacts.yml"
        try:
            one = standing(self.root, due.place, due.contact)
        except (Unreadable, OSError):
            print(f"{file} har fel nu. Rätta dem: planportal check.", file=sys.stderr)
            return None
        if one is None:
            print(f"{due.contact} finns inte längre i {file}.", file=sys.stderr)
            return None
        if one.file.text != self.texts.get(file):
            # Somebody else has written there: what it refers to may be new, or nothing at all.
            self.data = portal.load(self.root)
            if any(p.file == file for p in errors(check.found(self.root, self.data))):
                print(f"{file} har fel nu. Rätta dem: planportal check.", file=sys.stderr)
                return None
            self.texts[file] = one.file.text
        return one

    def _answer(self, one: Standing) -> str:
        """Show a contact, ask, and write what is answered; which answer it became.

        Raises:
            ChangedMeanwhile: Somebody else wrote in the file; nothing was written.
            NotByUs: The command cannot change the file as it is written.
            Stopped: There is nobody to answer.
        """
        print(f"{one.contact.title} ({one.place.title}, {one.where()})", file=sys.stderr)
        for words in lines(self.data, one.place, one.contact):
            print(f"  {words}", file=sys.stderr)
        answer = choose("Stämmer det?", ANSWERS)
        if answer == "gone":
            return retired(self.root, one)
        if answer == "right":
            self._sign(one, Changes(one.file.text, one.index, one.contact))
            _tell_doubts(one)
        if answer == "changed":
            changes = corrected(one)
            if changes is None or not self._is_allowed(one, changes):
                return "skip"
            self._sign(one, changes)
        return answer

    def _is_allowed(self, one: Standing, changes: Changes) -> bool:
        """Whether the check has nothing against a change; what it has is said."""
        found = found_anew(self.root, one.entry.file, changes.text)
        if found:
            print(as_text(found))
        if errors(found):
            print("Så kan det inte stå. Inget är skrivet.", file=sys.stderr)
        return not errors(found)

    def _sign(self, one: Standing, changes: Changes) -> None:
        """Ask who checked and how, and write."""
        changes = changes.verified(self.today, *self.signature.asked())
        if not changes.is_all(one.entry):
            raise NotByUs
        replace(one.file, changes.text)
        self.texts[one.entry.file] = changes.text
        self._tell_copies(one.contact, changes.contact)

    def _tell_copies(self, before: Contact, after: Contact) -> None:
        """Tell where else the numbers stand that are changed, so that no copy stays wrong."""
        now = {phone.number for phone in after.phones}
        gone = [phone.number for phone in before.phones if phone.number not in now]
        texts = portal.load(self.root).texts if gone else {}
        for number in gone:
            found = copies(texts, number)
            if found:
                print(f"Det gamla numret {number} står också här. Stämmer det?", file=sys.stderr)
            for copy in found:
                print(f"  {copy.file}:{copy.line}: {copy.words}", file=sys.stderr)

    def _tell(self, waiting: int) -> None:
        done = self.counts["right"] + self.counts["changed"] + self.counts["gone"]
        print(
            f"\nKontrollerade: {self.counts['right'] + self.counts['changed']}. "
            f"Ändrade: {self.counts['changed']}. Borttagna: {self.counts['gone']}. "
            f"Kvar: {waiting - done}.",
            file=sys.stderr,
        )
        if done:
            print(
                "Läs vad som är ändrat för läsarna med planportal diff, och lägg fram ändringen.",
                file=sys.stderr,
            )


def _tell_doubts(one: Standing) -> None:
    """Tell of addresses that stay without a link, though all is said to be right."""
    for at, email in enumerate(one.contact.emails):
        if email.doubtful:
            line = one.where("emails", at, "doubtful")
            print(
                f"{email.address} är märkt som tveksam och blir ingen länk. Är den rätt? "
                f"Då tar du bort raden {line}.",
                file=sys.stderr,
            )
