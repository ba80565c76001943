package lossgrid.ui.formula;

import java.awt.Color;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import lossgrid.model.derivation.Derivation;
import lossgrid.ui.session.Background;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Typesets pieces of formulas with JLaTeXMath. Its first use takes a third of a second or more, so it is loaded in the
 * background.
 */
public final class Typesetter {
    /** The size of an em, in units. */
    static final float SIZE = 16.5f;

    /** A lock for one formula at a time in the whole program: JLaTeXMath changes shared state while it typesets one. */
    static final Object LOCK = new Object();

    /** An operand before an operator that begins a piece, so that it has space on both sides. */
    private static final String EMPTY_OPERAND = "{{}}";

    private static final int MOST_KEPT = 1024;
    private static final float LOAD_FACTOR = 0.75f;
    /** A formula that loads everything that derivations use. */
    private static final String SAMPLE = "\\ell=-\\sum\\n"
            + "olimits_{c}p_{c}\\log q'_{1}+\\dfrac{\\partial L}{\\partial x}\\odot\\mathbf{0.1}\\mathrm{NaN}";

    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final Map<List<Derivation.Term>, FormulaShapes> kept = new LinkedHashMap<>(MOST_KEPT, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Derivation.Term>, FormulaShapes> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Whether formulas can be typeset immediately. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public boolean isReady() {
        return ready.get();
    }

    /** Loads JLaTeXMath and returns when it is loaded. */
    public void loadNow() {
        if (!isReady()) {
            set(SAMPLE);
            ready.set(true);
        }
    }

    /** Loads JLaTeXMath in the background. */
    public void loadInBackground() {
        Background background = new Background();
        background.run(
                () -> set(SAMPLE),
                _ -> {
                    background.close();
                    ready.set(true);
                },
                failure -> {
                    background.close();
                    throw new IllegalStateException("JLaTeXMath cannot be loaded", failure);
                });
    }

    /** The piece as shapes with their terms. Only when ready. */
    FormulaShapes typeset(Derivation.Piece piece) {
        return kept.computeIfAbsent(piece.terms(), terms -> set(tagged(terms)));
    }

    /** The terms' LaTeX, each marked one in a colour that encodes its number. */
    private static String tagged(List<Derivation.Term> terms) {
        StringBuilder out = new StringBuilder(startsWithOperator(terms) ? EMPTY_OPERAND : "");
        for (int i = 0; i < terms.size(); i++) {
            Derivation.Term term = terms.get(i);
            String latex = term.role() == Derivation.Role.RESULT ? "\\mathbf{" + term.latex() + "}" : term.latex();
            out.append(term.isMarked() ? "\\textcolor{#%06x}{%s}".formatted(i + 1, latex) : latex);
        }
        return out.toString();
    }

    private static boolean startsWithOperator(List<Derivation.Term> terms) {
        String first = terms.getFirst().latex();
        return first.startsWith("=") || first.startsWith("+");
    }

    private static FormulaShapes set(String latex) {
        synchronized (LOCK) {
            TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, SIZE);
            icon.setForeground(Color.BLACK);
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            double descent = icon.getTrueIconDepth();
            double ascent = icon.getTrueIconHeight() - descent;
            FormulaRecorder recorder = new FormulaRecorder(ascent);
            icon.paintIcon(null, recorder, 0, 0);
            return new FormulaShapes(recorder.inks(), icon.getTrueIconWidth(), ascent, descent);
        }
    }
}
