package lossgrid.words;

import java.util.Optional;
import lossgrid.model.compare.ComparisonReason;
import lossgrid.model.compare.ComparisonRequest;

/** The reason of a comparison in the user's language. */
public final class ComparisonReasonText {
    private ComparisonReasonText() {}

    public static String title(ComparisonRequest compared, Texts texts) {
        return switch (compared.reason()) {
            case ComparisonReason.Free() -> texts.get(DoctorText.COMPARE_FREE);
            case ComparisonReason.OfMistake(var mistake) ->
                CatalogueText.in(texts.language()).title(mistake);
            case ComparisonReason.OfFix(var finding, var _) ->
                FindingText.in(texts.language()).title(finding);
        };
    }

    /** An explanation of the difference and its importance. */
    public static Optional<String> explanation(ComparisonRequest compared, Texts texts) {
        return switch (compared.reason()) {
            case ComparisonReason.Free() -> Optional.empty();
            case ComparisonReason.OfMistake(var mistake) ->
                Optional.of(CatalogueText.in(texts.language()).why(mistake));
            case ComparisonReason.OfFix(var _, var fix) ->
                Optional.of(texts.get(
                        DoctorText.COMPARE_FIX, FindingText.in(texts.language()).fix(fix)));
        };
    }
}
