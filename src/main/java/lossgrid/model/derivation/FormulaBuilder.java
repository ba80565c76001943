package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import lossgrid.model.derivation.Derivation.Join;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Piece;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.derivation.Derivation.Term;
import lossgrid.model.derivation.Derivation.TermCells;

/** Builds a formula from left to right. */
final class FormulaBuilder {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private Join join = Join.RELATION;

    /** Adds LaTeX that does not belong to a cell. */
    FormulaBuilder add(String latex) {
        terms.add(new Term(latex, Role.PLAIN, Optional.empty()));
        return this;
    }

    FormulaBuilder add(String latex, Role role) {
        terms.add(new Term(latex, role, Optional.empty()));
        return this;
    }

    FormulaBuilder add(String latex, Role role, TermCells cells) {
        terms.add(new Term(latex, role, Optional.of(cells)));
        return this;
    }

    FormulaBuilder add(Term term) {
        terms.add(term);
        return this;
    }

    /** Adds an equals sign; a line may be broken before it. */
    FormulaBuilder equalsSign() {
        cut(Join.RELATION);
        return add("=");
    }

    /** Adds an operator; a line may be broken before it. Not inside a group. */
    FormulaBuilder operator(String latex) {
        cut(Join.OPERATOR);
        return add(latex);
    }

    /** Adds a comma; a line may be broken after it. Not inside a group. */
    FormulaBuilder comma() {
        add(",");
        cut(Join.COMMA);
        return this;
    }

    private void cut(Join before) {
        if (!terms.isEmpty()) {
            pieces.add(new Piece(join, terms));
            terms.clear();
        }
        join = before;
    }

    /** Adds {@code (a, b, …, z)}: the terms of the channels given, with dots where some are left out. */
    FormulaBuilder vector(List<Integer> channels, int count, IntFunction<Term> term) {
        add("(");
        int next = 0;
        for (int c : channels) {
            if (c > next) {
                add("\\ldots").comma();
            }
            add(term.apply(c));
            next = c + 1;
            if (next < count) {
                comma();
            }
        }
        if (next < count) {
            add("\\ldots");
        }
        return add(")");
    }

    Line.Formula line(Step step) {
        cut(Join.RELATION);
        return new Line.Formula(step, pieces);
    }
}
