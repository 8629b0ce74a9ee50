/** Reads request bodies and forms. */
@NullMarked
package org.code.aiproxy.web.body;

import org.jspecify.annotations.NullMarked;
