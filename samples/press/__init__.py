"""The press that makes the samples: one definition of a paper becomes its text, its gold and its PDF.

definition -> compose -> text -> gold
                      -> lines -> pages -> PDF
"""
