package lossgrid.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** A text with facts at its right, or below it where a line is too short for both; it wraps if it must. */
public final class BesideOrBelow extends Region {
    private static final double GAP = 0.5;

    private final Labeled text;
    private final Labeled facts;

    public BesideOrBelow(Labeled text, Labeled facts) {
        this.text = text;
        this.facts = facts;
        text.setWrapText(true);
        getChildren().addAll(text, facts);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isBeside(double width) {
        return facts.getText().isEmpty() || width < 0 || text.prefWidth(-1) + gap() + facts.prefWidth(-1) <= width;
    }

    private double gap() {
        return GAP * text.getFont().getSize();
    }

    private double textHeight(double width) {
        return Math.ceil(text.prefHeight(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        double below = facts.prefHeight(-1);
        double beside = Math.max(textHeight(facts.getText().isEmpty() ? width : -1), below);
        return isBeside(width) ? beside : textHeight(width) + below;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.prefWidth(-1) + gap() + facts.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return facts.prefWidth(-1);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double factsWidth = Math.ceil(facts.prefWidth(-1));
        double factsHeight = facts.prefHeight(-1);
        if (isBeside(width)) {
            double own = facts.getText().isEmpty() ? width : width - factsWidth - gap();
            double height = textHeight(facts.getText().isEmpty() ? width : -1);
            text.resizeRelocate(0, Math.floor((getHeight() - height) / 2), own, height);
            facts.resize(factsWidth, factsHeight);
            double baseline = text.getLayoutY() + text.getBaselineOffset();
            facts.relocate(width - factsWidth, Math.rint(baseline - facts.getBaselineOffset()));
        } else {
            double height = textHeight(width);
            text.resizeRelocate(0, 0, width, height);
            facts.resizeRelocate(width - factsWidth, height, factsWidth, factsHeight);
        }
    }
}
