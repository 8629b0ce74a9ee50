/** Tries the container image; {@code bin/container-test.sh} builds it and runs these tests. */
@NullMarked
package org.code.aiproxy.container;

import org.jspecify.annotations.NullMarked;
