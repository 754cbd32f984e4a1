"""What the model's fixed values are called in Swedish, where one is chosen from a list."""

from macros.views.steps import SITUATIONS

CONTACT_KINDS = {
    "emergency": "larmnummer",
    "police": "polisen",
    "social-services": "socialtjänsten",
    "contact-centre": "kontaktcenter eller växel",
    "coordinator": "samordnare",
    "support": "stöd",
    "helpline": "stödlinje",
}

BODY_KINDS = {
    "stadsdelsnamnd": "stadsdelsnämnd",
    "facknamnd": "facknämnd",
    "bolagsstyrelse": "bolagsstyrelse",
    "kommunstyrelse": "kommunstyrelse",
    "kommunfullmaktige": "kommunfullmäktige",
    "rad": "råd",
    "forvaltning": "förvaltning",
}

PLAN_STATES = {
    "draft": "utkast",
    "referral": "på remiss",
    "decided": "beslutad",
    "approved": "godkänd",
    "replaced": "ersatt",
}

SITUATION_WORDS: dict[str, str] = {key: title for key, (_, title) in SITUATIONS.items()}
