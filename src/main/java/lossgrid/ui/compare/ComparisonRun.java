package lossgrid.ui.compare;

import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSide;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.document.Experiment;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Session;
import org.jspecify.annotations.Nullable;

/** Analyzes the compared experiments: once for each pair, and large ones in the background. */
final class ComparisonRun {
    /** A pair of experiments, compared by identity. */
    private record Pair(Experiment left, Experiment right) {
        @SuppressWarnings("ReferenceEquality") // Comparing large arrays takes as long as analyzing them.
        boolean isSame(Pair other) {
            return left == other.left && right == other.right;
        }
    }

    private final Session session;
    private final Background.Newest later;
    private final Runnable ready;
    private @Nullable Pair wanted;
    private @Nullable Comparison made;
    private @Nullable ComparisonSource lastRight;
    private @Nullable ComparisonSource lastLeft;
    private @Nullable Experiment lastDocument;

    /** @param ready called when a result from the background is available */
    ComparisonRun(Session session, Runnable ready) {
        this.session = session;
        later = session.newest();
        this.ready = ready;
    }

    /** The comparison of {@code compared} while this document is open; empty while it is being computed. */
    Optional<Comparison> of(ComparisonRequest compared, Analysis document) {
        Pair pair = pair(compared, document.experiment());
        if (wanted != null && wanted.isSame(pair)) {
            return Optional.ofNullable(made);
        }
        Comparison before = made;
        wanted = pair;
        made = null;
        if (session.isAtOnce(Math.max(size(pair.left()), size(pair.right())))) {
            later.cancel();
            made = compare(pair, document, before);
        } else {
            later.run(() -> compare(pair, document, before), this::take, Background::report);
        }
        return Optional.ofNullable(made);
    }

    private static long size(Experiment experiment) {
        return experiment.logits().size();
    }

    /** The pair of experiments, the same objects as long as nothing has changed. */
    @SuppressWarnings("ReferenceEquality") // Unchanged experiments are the same objects.
    private Pair pair(ComparisonRequest compared, Experiment document) {
        Pair last = wanted;
        boolean sameDocument = document == lastDocument;
        Experiment left = last != null && sameDocument && compared.left() == lastLeft
                ? last.left()
                : compared.left().of(document);
        Experiment right = last != null && sameDocument && compared.right() == lastRight
                ? last.right()
                : compared.right().of(document);
        lastLeft = compared.left();
        lastRight = compared.right();
        lastDocument = document;
        return new Pair(left, right);
    }

    private static Comparison compare(Pair pair, Analysis document, @Nullable Comparison before) {
        return Comparison.of(analysis(pair.left(), document, before), analysis(pair.right(), document, before));
    }

    /** The analysis of an experiment; the existing one if it has been analyzed already. */
    @SuppressWarnings("ReferenceEquality") // As above.
    private static Analysis analysis(Experiment experiment, Analysis document, @Nullable Comparison before) {
        if (experiment == document.experiment()) {
            return document;
        }
        if (before != null) {
            for (ComparisonSide side : ComparisonSide.values()) {
                if (before.analysis(side).experiment() == experiment) {
                    return before.analysis(side);
                }
            }
        }
        return Analyzer.analyze(experiment);
    }

    private void take(Comparison comparison) {
        made = comparison;
        ready.run();
    }
}
