package org.code.aiproxy.rubrictester.dataset;

/** Is told how a download goes, from one thread at a time. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * One more file is here.
     *
     * @param folder what is fetched, such as {@code datasets/NAME/LESSON}
     * @param done how many of its files are here
     * @param all how many it has
     */
    void fetched(String folder, int done, int all);
}
