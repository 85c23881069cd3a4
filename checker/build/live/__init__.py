"""The served site while somebody writes: a saved file is seen at once, and a mistake is told in the browser.

Insurers' pages are made anew when they are asked for, from the files as they are; nothing is written, so the built site
stays what it was. Whatever else the site has is served as it was built.
"""
