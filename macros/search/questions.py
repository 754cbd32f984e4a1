"""Words that make a question of a query: those that say little, and those that ask whom to call."""

from macros.search.words import tokens

LIGHT = frozenset(
    tokens("""
    alla allt att av bland bli blir de dem den denna deras det detta dig din dina ditt du då
    där efter eller en ens er era ert ett finns från för gör göra ha hade han har hon
    honom hos hur här i icke in ingen inget inte jag ju kan kanske kunde man med mellan men
    mer mig min mina mitt mot mycket måste ni nu någon något några när nästa och om oss på
    se sedan sig sin sina sitt ska skall skulle som så sådan till tycker under upp ur ut
    utan vad var vara varför varje vars vart vem vems vi vid vilka vilken vilket vill vår
    våra vårt åt än är över
    """)
)
"""Found everywhere; a query is ranked by its other words, or by these where it has no others."""

CALLING = tokens(
    "anmäl anmäla kontakt kontakta hjälp jour journummer larma larm mobil mobilnummer nummer"
    " numret orolig oroa oro ringa ringer ring telefon telefonnummer tel tfn vart vem vända vänder"
)
"""A query with one of these asks whom to call: contacts, the guide and routines come first."""

KINDS = frozenset(tokens("kommun kommunen region regionen stad staden"))
"""Words of places' names that are no names themselves."""
