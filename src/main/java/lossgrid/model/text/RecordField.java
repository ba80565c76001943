package lossgrid.model.text;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of a record by the name that it has outside Java: {@code num_classes} for {@code numClasses}. */
public final class RecordField {
    private static final ClassValue<List<RecordField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<RecordField> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(RecordField::new).toList();
        }
    };

    private final RecordComponent component;
    private final String name;

    private RecordField(RecordComponent component) {
        this.component = component;
        this.name = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        component.getAccessor().setAccessible(true);
    }

    /** The components of a record, in their order. */
    public static List<RecordField> of(Class<?> record) {
        return FIELDS.get(record);
    }

    public String name() {
        return name;
    }

    public Type type() {
        return component.getGenericType();
    }

    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type));
    }

    /** Its value in {@code record}. */
    public @Nullable Object in(Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The record whose components have these values.
     *
     * @throws IllegalArgumentException where its constructor does
     */
    public static <R> R make(Class<R> record, List<@Nullable Object> values) {
        Class<?>[] types = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof IllegalArgumentException wrong
                    ? wrong
                    : new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
