/** What is known of models: their abilities, prices and lifetimes. */
@NullMarked
package org.code.aiproxy.model.catalogue;

import org.jspecify.annotations.NullMarked;
