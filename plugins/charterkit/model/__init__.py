"""The typed records: frozen dataclasses and closed lists; no input, no output, no judgement."""
