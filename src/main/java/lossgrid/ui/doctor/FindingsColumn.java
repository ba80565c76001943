package lossgrid.ui.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Severity;
import lossgrid.ui.control.DoctorColumn;
import lossgrid.ui.control.FocusKeeper;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.side.FindingCard;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;
import lossgrid.words.TextKey;

/** The findings of the document: what is wrong, why, and how to fix it. */
final class FindingsColumn extends DoctorColumn {
    private final Workspace workspace;

    FindingsColumn(Workspace workspace) {
        super("doctor-findings", workspace.messages(), DoctorText.FINDINGS);
        this.workspace = workspace;
    }

    @Override
    public void refresh(Analysis analysis) {
        List<Finding> findings = workspace.session().frame().findings().shown();
        List<Node> cards = new ArrayList<>();
        findings.forEach(finding -> cards.add(new FindingCard(workspace, finding, true)));
        if (cards.isEmpty()) {
            cards.add(SectionNodes.note(workspace.messages().get(DoctorText.FINDINGS_EMPTY), "card-note"));
        }
        FocusKeeper.replace(content(), cards);
        showFacts(counts(findings));
    }

    /** {@code 2 errors · 1 note}. */
    private String counts(List<Finding> findings) {
        return Stream.of(Severity.values())
                .filter(severity -> count(findings, severity) > 0)
                .map(severity -> workspace.messages().get(counted(severity), count(findings, severity)))
                .collect(Collectors.joining(" · "));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static TextKey counted(Severity severity) {
        return switch (severity) {
            case ERROR -> DoctorText.FINDINGS_ERRORS;
            case WARNING -> DoctorText.FINDINGS_WARNINGS;
            case NOTE -> DoctorText.FINDINGS_NOTES;
        };
    }
}
