package lossgrid.model.encoding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more of an argument of a step than the type of the component does. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Argument {
    /** The value of an argument that is left out, as one types it, nothing for null. Without it one is required. */
    String[] usual() default {};

    /** The least number that may be typed. */
    int least() default Integer.MIN_VALUE;

    /** Whether 0 may be typed. */
    boolean zero() default true;
}
