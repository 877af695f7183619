print("mitral")
