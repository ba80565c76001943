/**
 * The doctor screen: labels as they came, their values, findings and fixes.
 *
 * <p>The workbench imports it. Start reading at {@link DoctorPane}.
 */
@NullMarked
package lossgrid.ui.doctor;

import org.jspecify.annotations.NullMarked;
