/** Holds the sample for the rubric tester to what its README says. */
@NullMarked
package org.code.aiproxy.samples;

import org.jspecify.annotations.NullMarked;
