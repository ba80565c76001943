package lossgrid.model.finding;

import java.util.Optional;
import lossgrid.core.array.TorchException;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.analysis.Stage;
import lossgrid.model.document.Experiment;

/** The loss before and after a fix. */
public record FixPreview(Result before, Result after) {
    /** The result of a document: a loss or an exception. */
    public sealed interface Result {
        /** The reduced loss; with reduction none the sum. */
        record Loss(double value) implements Result {}

        record Raises(TorchException.Type type, String message) implements Result {}
    }

    /** Analyzes the document twice. */
    public static FixPreview of(Experiment experiment, Fix fix) {
        return of(Analyzer.analyze(experiment), fix);
    }

    /** Analyzes only the fixed document. */
    public static FixPreview of(Analysis before, Fix fix) {
        return new FixPreview(result(before), result(Analyzer.analyze(fix.applyTo(before.experiment()))));
    }

    /** The loss of {@code analysis}, or the first exception on the way to it. */
    public static Result result(Analysis analysis) {
        return analysis.loss()
                .value()
                .<Result>map(loss -> new Result.Loss(loss.value()))
                .orElseGet(() -> exception(analysis).orElse(new Result.Loss(Double.NaN)));
    }

    private static Optional<Result> exception(Analysis analysis) {
        return thrown(analysis.encoded())
                .or(() -> thrown(analysis.activated()))
                .or(() -> thrown(analysis.loss()))
                .or(() -> thrown(analysis.oneHot()));
    }

    private static Optional<Result> thrown(Stage<?> stage) {
        return stage.exception().map(exception -> new Result.Raises(exception.type(), exception.message()));
    }
}
