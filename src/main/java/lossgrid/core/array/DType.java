package lossgrid.core.array;

import java.util.Optional;

/** The element types of {@link LabelArray}, named as PyTorch names them. */
public enum DType {
    BOOL("bool", "Bool"),
    UINT8("uint8", "Byte"),
    INT16("int16", "Short"),
    INT32("int32", "Int"),
    INT64("int64", "Long"),
    FLOAT32("float32", "Float"),
    FLOAT64("float64", "Double");

    private final String torchName;
    private final String scalarType;

    DType(String torchName, String scalarType) {
        this.torchName = torchName;
        this.scalarType = scalarType;
    }

    /** The name in Python: {@code int64}. */
    public String torchName() {
        return torchName;
    }

    /** The name in PyTorch's messages: {@code Long}. */
    public String scalarType() {
        return scalarType;
    }

    public boolean isFloatingPoint() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** The size of an element. */
    int bytes() {
        return switch (this) {
            case BOOL, UINT8 -> Byte.BYTES;
            case INT16 -> Short.BYTES;
            case INT32, FLOAT32 -> Integer.BYTES;
            case INT64, FLOAT64 -> Long.BYTES;
        };
    }

    /** The type that Python calls {@code name}. */
    public static Optional<DType> named(String name) {
        for (DType dtype : values()) {
            if (dtype.torchName.equals(name)) {
                return Optional.of(dtype);
            }
        }
        return Optional.empty();
    }
}
