/** Finds the model to ask by its name, and the next one where it fails. */
@NullMarked
package org.code.aiproxy.model.routing;

import org.jspecify.annotations.NullMarked;
