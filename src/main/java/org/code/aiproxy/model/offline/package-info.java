/** A deterministic grader without a network, to try the service and to compare models with. */
@NullMarked
package org.code.aiproxy.model.offline;

import org.jspecify.annotations.NullMarked;
