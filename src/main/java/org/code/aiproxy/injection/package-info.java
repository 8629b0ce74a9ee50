/** Programs that talk to the model that grades them: noticing it, and keeping them data. */
@NullMarked
package org.code.aiproxy.injection;

import org.jspecify.annotations.NullMarked;
