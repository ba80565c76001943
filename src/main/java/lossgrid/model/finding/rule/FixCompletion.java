package lossgrid.model.finding.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Edit;
import lossgrid.model.encoding.Palette;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.FindingKind;
import lossgrid.model.finding.Fix;
import lossgrid.model.finding.Severity;

/**
 * Completes fixes: one mistake often hides another, which is found only when the first is gone. A fix brings what its
 * document needs then, so that no error and no warning comes up that was not there before.
 */
public final class FixCompletion {
    private static final int MOST_ROUNDS = 6;

    private FixCompletion() {}

    /**
     * The fix with the edits that it needs besides.
     *
     * @param findings those on {@code analysis}
     * @param palettes those that colours and grey values are compared with
     */
    public static Fix of(Analysis analysis, List<Finding> findings, Fix fix, List<Palette> palettes) {
        Set<FindingKind> known = severe(findings);
        List<Edit> edits = new ArrayList<>(fix.edits());
        Experiment present = fix.applyTo(analysis.experiment());
        Optional<Fix> next = next(present, known, palettes);
        for (int round = 0; round < MOST_ROUNDS && next.isPresent(); round++) {
            Experiment completed = next.get().applyTo(present);
            if (completed.equals(analysis.experiment())) {
                break;
            }
            edits.addAll(next.get().edits());
            present = completed;
            next = next(present, known, palettes);
        }
        return new Fix(fix.kind(), fix.arguments(), edits);
    }

    /** The kinds of errors and warnings. */
    static Set<FindingKind> severe(List<Finding> findings) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }

    /** The best fix of the worst problem that is new. */
    private static Optional<Fix> next(Experiment present, Set<FindingKind> known, List<Palette> palettes) {
        return RuleSet.of(Analyzer.analyze(present), palettes).stream()
                .filter(finding -> finding.severity() != Severity.NOTE && !known.contains(finding.kind()))
                .flatMap(finding -> finding.fixes().stream().limit(1))
                .findFirst();
    }
}
