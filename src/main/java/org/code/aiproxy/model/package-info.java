/** The port to language models: requests, responses, and everything that can go wrong. */
@NullMarked
package org.code.aiproxy.model;

import org.jspecify.annotations.NullMarked;
