package lossgrid.ui.workspace;

import java.util.Optional;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/**
 * The reduced loss as it is written below the board and in figures.
 *
 * @param value the number, or its shape without a reduction; a dash where there is none
 * @param ledger how the number comes about; may be empty
 */
public record ReducedLoss(TextKey name, String value, String ledger) {
    public static ReducedLoss of(Analysis analysis, ColorSettings colors) {
        Optional<LossResult> loss = analysis.loss().value();
        return new ReducedLoss(
                name(analysis.experiment().options().reduction()),
                loss.map(result -> value(result, colors)).orElse("—"),
                loss.map(result -> ledger(result, colors)).orElse(""));
    }

    private static TextKey name(Reduction reduction) {
        return switch (reduction) {
            case MEAN -> Text.MEAN_LOSS;
            case SUM -> Text.SUM_LOSS;
            case NONE -> Text.UNREDUCED_LOSS;
        };
    }

    private static String value(LossResult loss, ColorSettings colors) {
        return switch (loss.reduction()) {
            case NONE -> loss.lossPerPixel().shape().toString();
            case MEAN, SUM -> colors.text(loss.value());
        };
    }

    private static String ledger(LossResult loss, ColorSettings colors) {
        return switch (loss.reduction()) {
            case NONE -> "";
            case SUM -> "= Σ ℓ";
            case MEAN -> "= " + grouped(loss.numerator(), colors) + " / " + grouped(loss.denominator(), colors);
        };
    }

    private static String grouped(double value, ColorSettings colors) {
        return NumberDisplay.grouped(colors.text(value));
    }
}
