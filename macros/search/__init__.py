"""The search's index: what the built pages say, prepared for words as Swedes write them.

What readers' browsers do with it stands in overrides/assets/javascripts/search/.
"""
