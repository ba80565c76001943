package lossgrid.ui.doctor;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.array.LabelArray;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LabelSource;
import lossgrid.ui.control.Messages;
import lossgrid.words.DoctorText;

/** In a line: shape, dtype and where labels came from. */
final class LabelFacts {
    private LabelFacts() {}

    /** {@code [96, 128] uint8 · PNG grey · street_0042_mask.png}. */
    static String text(Experiment experiment, Messages messages) {
        LabelArray labels = experiment.labels();
        List<String> parts = new ArrayList<>();
        parts.add(labels.shape() + " " + labels.dtype().torchName());
        LabelSource source = experiment.source();
        if (source != null) {
            parts.add(kind(source, messages) + stored(source, labels));
            parts.add(source.file());
        }
        return String.join(" · ", parts);
    }

    /** The type in the file, where the labels have a wider one. */
    private static String stored(LabelSource source, LabelArray labels) {
        return source.storedType().equals(labels.dtype().torchName()) ? "" : " " + source.storedType();
    }

    private static String kind(LabelSource source, Messages messages) {
        String format =
                switch (source.format()) {
                    case PNG -> "PNG";
                    case TIFF -> "TIFF";
                    case BMP -> "BMP";
                    case NPY -> "npy";
                    case NPZ -> "npz";
                    case CSV -> "CSV";
                    case TEXT -> messages.get(DoctorText.SOURCE_TEXT);
                };
        String layout =
                switch (source.layout()) {
                    case GREY -> messages.get(DoctorText.SOURCE_GREY);
                    case PALETTE -> messages.get(DoctorText.SOURCE_PALETTE);
                    case RGB -> "RGB";
                    case RGBA -> "RGBA";
                    case GREY_ALPHA -> messages.get(DoctorText.SOURCE_GREY_ALPHA);
                    case FORTRAN_ORDER -> messages.get(DoctorText.SOURCE_FORTRAN);
                    case PREDICTION -> messages.get(DoctorText.SOURCE_PREDICTION);
                    case C_ORDER, TEXT -> "";
                };
        return layout.isEmpty() ? format : format + " " + layout;
    }
}
