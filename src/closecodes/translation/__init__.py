"""What translators do: see what changed, accept what still holds, bring catalogues up to date, begin a language."""
