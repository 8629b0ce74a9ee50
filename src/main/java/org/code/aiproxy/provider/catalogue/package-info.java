/** Reads the catalogue of models from its files. */
@NullMarked
package org.code.aiproxy.provider.catalogue;

import org.jspecify.annotations.NullMarked;
