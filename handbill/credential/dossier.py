"""Everything that a submission is made from: what is asked, what is answered, what is shown."""

from __future__ import annotations

from dataclasses import dataclass

from handbill.credential.answers import Answers
from handbill.credential.exhibits import Exhibit
from handbill.credential.readiness import Finding
from handbill.credential.remarks import Remark
from handbill.credential.requirements import Credential


@dataclass(frozen=True)
class Dossier:
    """A credential, the campaign's answers and exhibits, and what was found of each requirement.

    `remarks` are what no requirement names, and somebody should look at before it is handed in.
    """

    credential: Credential
    answers: Answers
    exhibits: tuple[Exhibit, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def missing(self) -> tuple[Finding, ...]:
        """The requirements that are not met."""
        return tuple(finding for finding in self.findings if not finding.is_met)

    @property
    def is_ready(self) -> bool:
        """Whether it can be submitted."""
        return not self.missing
