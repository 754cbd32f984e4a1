"""That something has been reviewed, small figures or a note on law; what, its field says."""

from macros.model.types import DoneDate, Record, Text, info


class Reviewed(Record):
    """That somebody who can judge it has reviewed it: when and in which role."""

    date: DoneDate = info("Datum", "Dagen för granskningen.")
    role: Text = info("Roll", "Rollen hos den som granskade, inte namnet.")
