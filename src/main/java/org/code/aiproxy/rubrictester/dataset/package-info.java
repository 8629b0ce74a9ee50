/** Programs that people labelled: a working copy in folders, and the store in S3. */
@NullMarked
package org.code.aiproxy.rubrictester.dataset;

import org.jspecify.annotations.NullMarked;
