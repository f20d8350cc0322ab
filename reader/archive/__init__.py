"""Archives to Parquet, on a Dask cluster: the digest of every article, as rows of a table.

Needs the extra `archive`, so nothing here is imported before somebody asks for it. Importing does
nothing: a worker that is started again imports the program's main module again.
"""
