"""config.yaml: colours that can be read, and a logo that is there."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.campaign import Campaign
from handbill.colours import MINIMUM_CONTRAST, contrast, mix, pairs, palette
from handbill.image_files import PICTURES, PictureError
from handbill.photos import HEAVIEST_PICTURE
from handbill.problems import Problem, did_you_mean, error, warning


def check_config(campaign: Campaign) -> Iterator[Problem]:
    """What is wrong with the campaign's colours and its logo."""
    yield from _colours(campaign)
    yield from _logo(campaign)


def _colours(campaign: Campaign) -> Iterator[Problem]:
    """Pairs of colours under 4.5:1, each with the nearest shade that passes."""
    look = campaign.settings.look
    chosen = {"ink": look.colours.ink, "lamp": look.colours.lamp}
    told: set[str] = set()
    for text, ground, setting in pairs(palette(**chosen)):
        ratio = contrast(text, ground)
        if ratio >= MINIMUM_CONTRAST or setting in told:
            continue
        shade = _nearest_passing(setting, chosen)
        if shade is None and told:
            continue  # no lamp goes with this ink, which has to change first
        told.add(setting)
        yield error(
            campaign.config.place("look", "colours", setting),
            f"`{setting}`: text in {text} on {ground} has a contrast of {ratio:.1f}:1; "
            f"it needs {MINIMUM_CONTRAST}:1",
            f"the nearest shade that passes is {shade}" if shade else "choose a darker ink first",
        )


def _nearest_passing(setting: str, chosen: dict[str, str]) -> str | None:
    """The shade of one setting, nearest to it, with which all the pairs that it decides pass."""
    for percent in range(101):
        for end in ("#000000", "#FFFFFF"):
            shade = mix(chosen[setting], end, percent / 100)
            decided = (
                contrast(text, ground)
                for text, ground, decides in pairs(palette(**{**chosen, setting: shade}))
                if decides == setting
            )
            if all(ratio >= MINIMUM_CONTRAST for ratio in decided):
                return shade
    return None


def _logo(campaign: Campaign) -> Iterator[Problem]:
    logo = campaign.settings.look.logo
    if logo is None:
        return
    place = campaign.config.place("look", "logo")
    if not logo.lower().endswith(PICTURES):
        yield error(place, f"`logo`: {logo} is not a picture", "use an SVG, PNG or JPEG file")
    elif logo in campaign.unread:
        return
    elif logo not in campaign.assets:
        hint = did_you_mean(logo, campaign.assets) or "put the file into assets/"
        yield error(place, f"`logo`: there is no file {logo}", hint)
    elif isinstance(wrong := campaign.pictures.get(logo), PictureError):
        yield error(place, wrong.says, wrong.hint)
    elif logo.lower().endswith(".svg") and len(campaign.assets[logo]) > HEAVIEST_PICTURE:
        weight = len(campaign.assets[logo]) // 1000
        says = f"`logo`: {logo} weighs {weight} KB, on every page and flyer"
        yield warning(place, says, "make it smaller: 100 KB at most")
