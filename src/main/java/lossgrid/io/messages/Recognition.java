package lossgrid.io.messages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The result of looking for a message in a pasted text. */
public sealed interface Recognition {
    /**
     * A known message.
     *
     * @param words the message in the text, with plain spaces and quotes
     * @param values its values: the label, the shapes, the type …, by the names of the wording's gaps, in their order
     */
    record Recognized(Wording wording, String words, Map<String, String> values) implements Recognition {
        public Recognized {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public MessageFamily family() {
            return wording.family();
        }
    }

    /**
     * No known message.
     *
     * @param nearest the family whose words are similar to one of the text's lines
     */
    record NotRecognized(Optional<MessageFamily> nearest) implements Recognition {}
}
