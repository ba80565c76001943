package lossgrid.model;

import java.util.OptionalDouble;

/** Works out the clauses of a derivation that hold numbers alone, as a reader with a calculator would. */
final class Arithmetic {
    private final String latex;
    private int next;

    private Arithmetic(String latex) {
        this.latex = latex;
    }

    /** The value; nothing if there are letters or dots in it. */
    static OptionalDouble value(String clause) {
        String bare = clause.replace("\\,", "").replace("\\mathrm{NaN}", "N").replace("\\infty", "I");
        String numbers = bare.replaceAll("\\\\(dfrac|frac|log|max|cdot|times|left|right)|e\\^|[NI]", "");
        if (bare.isEmpty() || numbers.matches(".*[a-zA-Z\\\\].*") || bare.matches("\\(.*,.*\\)")) {
            return OptionalDouble.empty();
        }
        Arithmetic reader = new Arithmetic(bare.replace(" ", ""));
        double value = reader.sum();
        if (reader.next != reader.latex.length()) {
            throw new IllegalArgumentException("cannot read " + clause + " from " + reader.next);
        }
        return OptionalDouble.of(value);
    }

    private boolean take(String token) {
        boolean found = latex.startsWith(token, next);
        next += found ? token.length() : 0;
        return found;
    }

    private double sum() {
        double value = take("-") ? -product() : product();
        while (next < latex.length()) {
            if (take("+")) {
                value += product();
            } else if (take("-")) {
                value -= product();
            } else {
                break;
            }
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (take("\\cdot") || take("\\times") || latex.startsWith("(", next)) {
            value *= factor();
        }
        return value;
    }

    private double factor() {
        if (take("\\log")) {
            return Math.log(factor());
        }
        if (take("\\max(")) {
            double first = sum();
            take(",");
            double second = sum();
            take(")");
            return Math.max(first, second);
        }
        if (take("\\dfrac{") || take("\\frac{")) {
            double above = closed("}");
            take("{");
            return above / closed("}");
        }
        if (take("e^{")) {
            return Math.exp(closed("}"));
        }
        if (take("10^{")) {
            return Math.pow(10, closed("}"));
        }
        if (take("(")) {
            return closed(")");
        }
        if (take("[")) {
            return closed("]");
        }
        if (take("{")) {
            return closed("}");
        }
        return number();
    }

    private double closed(String end) {
        double value = sum();
        take(end);
        return value;
    }

    private double number() {
        if (take("N")) {
            return Double.NaN;
        }
        if (take("I")) {
            return Double.POSITIVE_INFINITY;
        }
        int start = next;
        while (next < latex.length() && "0123456789.".indexOf(latex.charAt(next)) >= 0) {
            next++;
        }
        return Double.parseDouble(latex.substring(start, next));
    }
}
