"""Read the texts of the sources and of the built site as a proofreader does.

``check`` asks what a record must be and stays fast; this asks what needs a dictionary or a grammar. It has programs do
so that no build needs: Hunspell, codespell and Grammalecte. Nothing here prints or exits.
"""

from closecodes.proofreading.proofreading import Proof, proofread


__all__ = ["Proof", "proofread"]
