"""The served site while somebody writes: a saved file is seen at once, and a mistake is told in the browser.

Pages are made anew when they are asked for, from the files as they are; nothing is written, so the built site stays
what it was. Whatever is not made of YAML is served as it was built, and says so once a file has changed.
"""
