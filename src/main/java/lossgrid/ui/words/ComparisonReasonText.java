package lossgrid.ui.words;

import java.util.Optional;
import lossgrid.model.compare.ComparisonReason;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.words.CatalogueText;
import lossgrid.words.FindingText;
import lossgrid.words.Text;

/** Why something is compared, in the user's language. */
public final class ComparisonReasonText {
    private ComparisonReasonText() {}

    public static String title(ComparisonRequest compared, Messages messages) {
        return switch (compared.reason()) {
            case ComparisonReason.Free() -> messages.get(Text.COMPARE_FREE);
            case ComparisonReason.OfMistake(var mistake) ->
                CatalogueText.in(messages.language()).title(mistake);
            case ComparisonReason.OfFix(var finding, var _) ->
                FindingText.in(messages.language()).title(finding);
        };
    }

    /** What differs, and why that matters. */
    public static Optional<String> explanation(ComparisonRequest compared, Messages messages) {
        return switch (compared.reason()) {
            case ComparisonReason.Free() -> Optional.empty();
            case ComparisonReason.OfMistake(var mistake) ->
                Optional.of(CatalogueText.in(messages.language()).why(mistake));
            case ComparisonReason.OfFix(var _, var fix) ->
                Optional.of(messages.get(
                        Text.COMPARE_FIX, FindingText.in(messages.language()).fix(fix)));
        };
    }
}
