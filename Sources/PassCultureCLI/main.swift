print("passculture")
