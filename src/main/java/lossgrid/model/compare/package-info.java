/** Two experiments side by side, what can be said of them in general, and the common mistakes that are worth comparing. Knows model and core alone. */
package lossgrid.model.compare;
