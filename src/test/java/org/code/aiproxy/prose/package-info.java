/** Reads the documents as people do: their words, their links, their commands. */
@NullMarked
package org.code.aiproxy.prose;

import org.jspecify.annotations.NullMarked;
