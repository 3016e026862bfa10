"""The preview: a campaign on 127.0.0.1 that is built anew while it is written.

    watch     a file was saved -> a change in the queue
    rebuild   changes -> the pages that somebody looks at, and then everything else
    showcase  what is shown now, and the problems that there are
    server    the showcase -> a browser, which hears when its page changes

It writes nothing to output/.
"""
