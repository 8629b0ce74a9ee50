/** Models that decide: they give probabilities for the levels of a scale, and write nothing. */
@NullMarked
package org.code.aiproxy.model.decision;

import org.jspecify.annotations.NullMarked;
