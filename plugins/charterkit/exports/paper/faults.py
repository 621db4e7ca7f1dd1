"""Why something was not printed, and what to do about it."""

from __future__ import annotations

from charterkit.strings import Words


class Fault(Exception):
    """Something was not printed."""

    def told(self, words: Words, fonts: str) -> str:
        """Why, and the cure; `fonts` is the setting that names more fonts."""
        raise NotImplementedError


class NotPrinted(Fault):
    """A paper could not be typeset. `sign` is what no font has a shape for; blank where something else is wrong."""

    def __init__(self, title: str, sign: str, said: str) -> None:
        super().__init__(said)
        self.title = title
        self.sign = sign

    def told(self, words: Words, fonts: str) -> str:
        """Which document it is, and what is wrong with it."""
        if self.sign:
            return words.say(
                "The document “{title}” was not printed: no font has the sign {sign}. "
                "Leave the sign out, or name a folder with more fonts: {option}",
                title=self.title,
                sign=self.sign,
                option=fonts,
            )
        return words.say(
            "The document “{title}” was not printed: {reason}", title=self.title, reason=str(self)
        )


class TypstMissing(Fault):
    """The library that typesets is not installed, or not for this machine."""

    def told(self, words: Words, fonts: str) -> str:
        """How to get it."""
        return words.say(
            "Printing needs Typst, which is missing here. Install it: {command}", command="pip install typst"
        )


class CrestUnreadable(Fault):
    """The picture of the crest in `file` cannot be drawn. Nothing is printed: a sheet hangs for years."""

    def __init__(self, file: str, said: str) -> None:
        super().__init__(said)
        self.file = file

    def told(self, words: Words, fonts: str) -> str:
        """Which file it is, and how to mend it."""
        return words.say(
            "Nothing was printed: the crest {file} is damaged and cannot be drawn. "
            "Save the picture again as SVG or PNG, or take the line {field} out of {place}.",
            file=self.file,
            field="crest:",
            place="charters/publisher.yml",
        )
