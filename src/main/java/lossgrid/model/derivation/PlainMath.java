package lossgrid.model.derivation;

import java.util.Map;

/** The LaTeX of derivations as a line of plain characters: {@code q_1 = e^0.2244 / (e^0.4326 + e^0.2244) = 0.4481}. */
final class PlainMath {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ell", "ℓ"),
            Map.entry("partial", "∂"),
            Map.entry("sum", "Σ"),
            Map.entry("sigma", "σ"),
            Map.entry("varepsilon", "ε"),
            Map.entry("infty", "∞"),
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("odot", "⊙"),
            Map.entry("oslash", "⊘"),
            Map.entry("ldots", "…"),
            Map.entry("cdots", "…"),
            Map.entry("log", "log "),
            Map.entry("max", "max"));

    private final String latex;
    private int next;

    private PlainMath(String latex) {
        this.latex = latex;
    }

    static String of(String latex) {
        return new PlainMath(latex).list().replaceAll(" {2,}", " ").strip();
    }

    /** Reads up to the end or a closing brace. */
    private String list() {
        StringBuilder out = new StringBuilder();
        while (next < latex.length() && latex.charAt(next) != '}') {
            String item = item();
            boolean meetsName = !out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1));
            out.append(item.startsWith("log") && meetsName ? " " : "").append(item);
        }
        return out.toString();
    }

    private String item() {
        char c = latex.charAt(next++);
        return switch (c) {
            case '{' -> rest();
            case '\\' -> command();
            case '_' -> "_" + index();
            case '=' -> " = ";
            case '+' -> " + ";
            case ',' -> ", ";
            case '-' -> "−";
            default -> String.valueOf(c);
        };
    }

    /** Reads the rest of a group whose opening brace has been read. */
    private String rest() {
        String inside = list();
        next++;
        return inside;
    }

    /** Reads a subscript, without spaces around its signs. */
    private String index() {
        return latex.charAt(next) == '{' ? group().replace(" ", "") : item();
    }

    private String group() {
        next++;
        return rest();
    }

    private String command() {
        int start = next;
        while (next < latex.length() && Character.isLetter(latex.charAt(next))) {
            next++;
        }
        if (next == start) {
            char symbol = latex.charAt(next++);
            return symbol == ',' ? " " : String.valueOf(symbol);
        }
        String name = latex.substring(start, next);
        if (next < latex.length() && latex.charAt(next) == ' ') {
            next++;
        }
        return switch (name) {
            case "frac", "dfrac" -> bracketed(group()) + "/" + bracketed(group());
            case "mathrm" -> group();
            case "left", "right", "nolimits" -> "";
            default -> NAMES.getOrDefault(name, name);
        };
    }

    private static String bracketed(String part) {
        return part.strip().matches("[^ −]*|−?[\\d.]+") ? part.strip() : "(" + part.strip() + ")";
    }
}
