package lossgrid.io.python;

import java.util.Base64;
import java.util.function.IntFunction;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.text.PythonLiteral;

/**
 * Arrays as Python expressions. Every number reads back exactly. Small arrays are nested lists; larger ones are their
 * little-endian bytes in base64, which needs {@code base64} and {@code np} imported.
 */
final class PythonArrays {
    /** The most elements of an array that is not written as bytes. */
    static final int MOST_WRITTEN_OUT = 4096;

    private static final int LINE = 100;
    private static final String STEP = "    ";

    /** The library whose arrays the expressions make. */
    enum Library {
        TORCH,
        NUMPY
    }

    private final Library library;

    PythonArrays(Library library) {
        this.library = library;
    }

    String of(Tensor tensor) {
        return of(tensor.toLabels());
    }

    String of(LabelArray labels) {
        DType dtype = labels.dtype();
        Shape shape = labels.shape();
        if (shape.size() == 0) {
            return constructor("zeros", PythonLiteral.tuple(shape), dtype);
        }
        if (shape.size() <= MOST_WRITTEN_OUT) {
            StringBuilder out = new StringBuilder();
            nest(out, shape, 0, 0, "", i -> element(labels, i));
            return constructor(library == Library.TORCH ? "tensor" : "array", out.toString(), dtype);
        }
        String read = "np.frombuffer(base64.b64decode(\"\"\"\n%s\n\"\"\"), dtype=\"%s\").reshape%s.astype(np.%s)"
                .formatted(
                        Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(NpyCodec.elements(labels)),
                        byteType(dtype),
                        PythonLiteral.tuple(shape),
                        dtype == DType.BOOL ? "bool_" : dtype.torchName());
        return library == Library.TORCH ? "torch.from_numpy(" + read + ")" : read;
    }

    private static String element(LabelArray labels, int i) {
        return switch (labels.dtype()) {
            case BOOL -> labels.longAt(i) == 0 ? "False" : "True";
            case UINT8, INT16, INT32, INT64 -> Long.toString(labels.longAt(i));
            case FLOAT32 -> PythonLiteral.number((float) labels.doubleAt(i));
            case FLOAT64 -> PythonLiteral.number(labels.doubleAt(i));
        };
    }

    /** The dtype in this library: {@code torch.int64}, {@code np.int64}. */
    String dtype(DType dtype) {
        return switch (library) {
            case TORCH -> "torch." + dtype.torchName();
            case NUMPY -> "np." + (dtype == DType.BOOL ? "bool_" : dtype.torchName());
        };
    }

    private String constructor(String name, String data, DType dtype) {
        String module = library == Library.TORCH ? "torch." : "np.";
        return module + name + "(" + data + ", dtype=" + dtype(dtype) + ")";
    }

    /** Writes the elements from {@code first} on as a list of lists, a row of the last dimension a line. */
    private static void nest(
            StringBuilder out, Shape shape, int dim, int first, String indent, IntFunction<String> text) {
        if (shape.rank() == 0) {
            out.append(text.apply(0));
        } else if (dim == shape.rank() - 1) {
            row(out, shape.dim(dim), first, indent, text);
        } else {
            out.append("[\n");
            for (int i = 0; i < shape.dim(dim); i++) {
                out.append(indent).append(STEP);
                nest(out, shape, dim + 1, first + i * shape.stride(dim), indent + STEP, text);
                out.append(",\n");
            }
            out.append(indent).append(']');
        }
    }

    private static void row(StringBuilder out, int length, int first, String indent, IntFunction<String> text) {
        out.append('[');
        int column = indent.length();
        for (int i = 0; i < length; i++) {
            String element = text.apply(first + i);
            if (column + element.length() > LINE) {
                out.append('\n').append(indent).append(' ');
                column = indent.length();
            } else if (i > 0) {
                out.append(' ');
            }
            out.append(element).append(i < length - 1 ? "," : "");
            column += element.length() + 2;
        }
        out.append(']');
    }

    private static String byteType(DType dtype) {
        return switch (dtype) {
            case BOOL -> "?";
            case UINT8 -> "u1";
            case INT16 -> "<i2";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
        };
    }
}
