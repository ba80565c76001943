package lossgrid.ui.export;

import java.util.Map;

/** Text for LaTeX. */
final class LatexText {
    private static final Map<Integer, String> FORMS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '-', "{-}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '∞', "$\\infty$"),
            Map.entry((int) 'ℓ', "$\\ell$"),
            Map.entry((int) 'Σ', "$\\Sigma$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '→', "$\\rightarrow$"),
            Map.entry((int) '✗', "$\\times$"),
            Map.entry((int) '…', "\\dots{}"));

    private LatexText() {}

    /** Text with every character that means something to LaTeX, or that its fonts lack, in a form that prints it. */
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String form = FORMS.get(c);
            if (form != null) {
                out.append(form);
            } else if (Character.isISOControl(c)) {
                out.append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** A number inside a formula. */
    static String math(String number) {
        return number.replace("NaN", "\\mbox{NaN}").replace("−", "-").replace("∞", "\\infty ");
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
