/** The seam to language models: what is asked, what comes back, and what can go wrong. */
@NullMarked
package org.code.aiproxy.model;

import org.jspecify.annotations.NullMarked;
