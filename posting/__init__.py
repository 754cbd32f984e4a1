"""Posts one comment on a request, with rights that the request's own code never has.

It runs from the default branch, on the Python of the machine, and uses the standard library alone.
What a request leaves behind is data here, and hostile: nothing of it is run or believed.
"""
