/** Static assessment: what a student's program does, read from its code, and labels from that. */
@NullMarked
package org.code.aiproxy.feature;

import org.jspecify.annotations.NullMarked;
